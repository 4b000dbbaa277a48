"""Imported where processes are forked from: the model of languages is loaded once, and shared."""

from __future__ import annotations

from pipeline.language import load_model

load_model()
