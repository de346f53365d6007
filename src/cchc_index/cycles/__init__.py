"""The folder of a year: its documents, how they are read and scored. Single tables are read in `reading`."""
