using System.Runtime.CompilerServices;

namespace ComposerPlugin.Music;

/// <summary>A note in a <see cref="FormMemory"/>, and how it followed each reference.</summary>
public struct FormNote
{
    /// <summary>The onset in ticks, without the silence that the encoder skipped.</summary>
    public long Onset { get; internal set; }

    /// <summary>The MIDI note number.</summary>
    public short Pitch { get; internal set; }

    /// <summary>The duration class.</summary>
    public short Duration { get; internal set; }

    // A bit for each reference: the same pitch stood there; a note was due then.
    internal byte SamePitch;
    internal byte SameRhythm;

    // The class of FormReference.Steps for each reference.
    internal ReferenceSteps Steps;

    [InlineArray(FormMemory.References)]
    internal struct ReferenceSteps
    {
        private byte _first;
    }
}
