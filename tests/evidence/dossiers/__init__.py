"""Tests of counting dossiers."""
