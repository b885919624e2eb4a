"""SHACL: the generated and the hand-written shapes, and the engines that check them."""
