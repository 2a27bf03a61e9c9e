using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IPluginFactory3, which begins with those of IPluginFactory and IPluginFactory2.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct PluginFactoryTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, FactoryInfo*, int> GetFactoryInfo;
    public delegate* unmanaged<void*, int> CountClasses;
    public delegate* unmanaged<void*, int, ClassInfo*, int> GetClassInfo;
    public delegate* unmanaged<void*, byte*, byte*, void**, int> CreateInstance;
    public delegate* unmanaged<void*, int, ClassInfo2*, int> GetClassInfo2;
    public delegate* unmanaged<void*, int, ClassInfoUnicode*, int> GetClassInfoUnicode;
    public delegate* unmanaged<void*, void*, int> SetHostContext;
}
