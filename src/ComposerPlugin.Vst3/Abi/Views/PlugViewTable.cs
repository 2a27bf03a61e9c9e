using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IPlugView.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct PlugViewTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, byte*, int> IsPlatformTypeSupported;
    public delegate* unmanaged<void*, void*, byte*, int> Attached;
    public delegate* unmanaged<void*, int> Removed;
    public delegate* unmanaged<void*, float, int> OnWheel;
    public delegate* unmanaged<void*, ushort, short, short, int> OnKeyDown;
    public delegate* unmanaged<void*, ushort, short, short, int> OnKeyUp;
    public delegate* unmanaged<void*, ViewRect*, int> GetSize;
    public delegate* unmanaged<void*, ViewRect*, int> OnSize;
    public delegate* unmanaged<void*, byte, int> OnFocus;
    public delegate* unmanaged<void*, void*, int> SetFrame;
    public delegate* unmanaged<void*, int> CanResize;
    public delegate* unmanaged<void*, ViewRect*, int> CheckSizeConstraint;
}
