"""What was typed and is not saved yet, kept beside the article in the user's state folder.

A journal is a file that is only added to: who it belongs to, the text that the file holds, then each change.
It is read again where the program was killed before the text was saved.
"""
