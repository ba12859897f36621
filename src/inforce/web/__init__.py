"""The page and the API, one of the faces: addresses in, answers out, as pages, data or pictures.

Nothing of this room is imported before somebody asks for it: a server is heavy, and a command has to start quickly.
"""
