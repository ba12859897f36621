"""Exporters: what an address or a command asks, told in the formats that people use."""
