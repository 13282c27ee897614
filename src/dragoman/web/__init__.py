"""The archive in a browser and over HTTP: `dragoman serve`."""
