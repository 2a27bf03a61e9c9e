using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IComponent.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ComponentTable
{
    public PluginBaseTable PluginBase;
    public delegate* unmanaged<void*, byte*, int> GetControllerClassId;
    public delegate* unmanaged<void*, int, int> SetIoMode;
    public delegate* unmanaged<void*, int, int, int> GetBusCount;
    public delegate* unmanaged<void*, int, int, int, BusInfo*, int> GetBusInfo;
    public delegate* unmanaged<void*, RoutingInfo*, RoutingInfo*, int> GetRoutingInfo;
    public delegate* unmanaged<void*, int, int, int, byte, int> ActivateBus;
    public delegate* unmanaged<void*, byte, int> SetActive;
    public delegate* unmanaged<void*, void*, int> SetState;
    public delegate* unmanaged<void*, void*, int> GetState;
}
