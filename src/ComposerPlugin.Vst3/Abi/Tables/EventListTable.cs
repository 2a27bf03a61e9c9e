using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IEventList.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct EventListTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, int> GetEventCount;
    public delegate* unmanaged<void*, int, Event*, int> GetEvent;
    public delegate* unmanaged<void*, Event*, int> AddEvent;
}
