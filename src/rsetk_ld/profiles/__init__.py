"""Profiles of people and roles, and files of resources, in the terms of a framework."""
