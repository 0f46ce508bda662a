# Install rules; see docs/plugins.md for how a plugin author uses them.
