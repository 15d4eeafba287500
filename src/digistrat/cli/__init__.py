"""The command line: options become one frozen request, the request one call, the call an exit code."""
