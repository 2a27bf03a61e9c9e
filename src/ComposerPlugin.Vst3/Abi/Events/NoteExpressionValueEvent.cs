using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Expression of one sounding note.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct NoteExpressionValueEvent
{
    /// <summary>0 volume, 1 pan, 2 tuning, 3 vibrato, 4 expression, 5 brightness.</summary>
    public uint TypeId;

    /// <summary>Identity of the note.</summary>
    public int NoteId;

    /// <summary>0 to 1.</summary>
    public double Value;
}
