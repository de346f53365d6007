"""What can go wrong, as data: problem, errors, receipts. Nothing here opens a file or knows a set."""
