using System.Runtime.CompilerServices;

namespace ComposerPlugin.Vst3;

/// <summary>Native memory for function tables, never freed.</summary>
internal static unsafe class TableMemory
{
    /// <summary>Copies a table to memory that never moves. The owner is the type that contains the functions.</summary>
    public static T* Keep<T>(Type owner, T table)
        where T : unmanaged
    {
        // Safe: memory of the right size that lives as long as the type.
        var place = (T*)RuntimeHelpers.AllocateTypeAssociatedMemory(owner, sizeof(T));
        *place = table;
        return place;
    }
}
