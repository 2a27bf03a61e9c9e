using System.Runtime.CompilerServices;

namespace ComposerPlugin.Vst3;

/// <summary>Native memory for tables of functions, kept for the life of the process.</summary>
internal static unsafe class TableMemory
{
    /// <summary>A copy of the table that never moves. The owner is the type whose functions it lists.</summary>
    public static T* Keep<T>(Type owner, T table)
        where T : unmanaged
    {
        // Safe: memory of the right size that lives as long as the type.
        var place = (T*)RuntimeHelpers.AllocateTypeAssociatedMemory(owner, sizeof(T));
        *place = table;
        return place;
    }
}
