"""Pictures of figures given as plain texts and numbers; nothing here knows a set or a result."""
