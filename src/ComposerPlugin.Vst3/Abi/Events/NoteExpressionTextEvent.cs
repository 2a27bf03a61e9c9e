using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Text or phoneme of one sounding note. The text belongs to the sender and lives for this block only.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct NoteExpressionTextEvent
{
    /// <summary>6 text, 7 phoneme.</summary>
    public uint TypeId;

    /// <summary>Identity of the note.</summary>
    public int NoteId;

    /// <summary>Number of UTF-16 characters.</summary>
    public uint Length;

    /// <summary>Address of the characters.</summary>
    public nint Address;
}
