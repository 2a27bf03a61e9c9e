using System.Runtime.InteropServices;

// The window calls libraries of the system only, never one of that name beside the host's program.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
