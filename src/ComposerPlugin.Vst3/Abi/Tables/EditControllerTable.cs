using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IEditController.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct EditControllerTable
{
    public PluginBaseTable PluginBase;
    public delegate* unmanaged<void*, void*, int> SetComponentState;
    public delegate* unmanaged<void*, void*, int> SetState;
    public delegate* unmanaged<void*, void*, int> GetState;
    public delegate* unmanaged<void*, int> GetParameterCount;
    public delegate* unmanaged<void*, int, ParameterInfo*, int> GetParameterInfo;
    public delegate* unmanaged<void*, uint, double, char*, int> GetParamStringByValue;
    public delegate* unmanaged<void*, uint, char*, double*, int> GetParamValueByString;
    public delegate* unmanaged<void*, uint, double, double> NormalizedParamToPlain;
    public delegate* unmanaged<void*, uint, double, double> PlainParamToNormalized;
    public delegate* unmanaged<void*, uint, double> GetParamNormalized;
    public delegate* unmanaged<void*, uint, double, int> SetParamNormalized;
    public delegate* unmanaged<void*, void*, int> SetComponentHandler;
    public delegate* unmanaged<void*, byte*, void*> CreateView;
}
