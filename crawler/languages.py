"""Imported where processes are forked from: what is loaded here, they share."""

from __future__ import annotations

from pipeline.language import load_model

load_model()
