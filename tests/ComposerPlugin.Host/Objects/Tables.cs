using System.Runtime.CompilerServices;

namespace ComposerPlugin.Host;

/// <summary>Native memory for tables of functions, kept for the life of the process.</summary>
internal static unsafe class Tables
{
    public static T* Keep<T>(Type owner, T table)
        where T : unmanaged
    {
        var place = (T*)RuntimeHelpers.AllocateTypeAssociatedMemory(owner, sizeof(T));
        *place = table;
        return place;
    }
}
