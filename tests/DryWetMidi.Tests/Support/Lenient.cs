using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Support;

/// <summary>The settings of a reader that wants what can be had of a damaged file, but not of something that is no MIDI file.</summary>
internal static class Lenient
{
    public static ReadingSettings Settings => new()
    {
        InvalidChannelEventParameterValuePolicy = InvalidChannelEventParameterValuePolicy.ReadValid,
        InvalidChunkSizePolicy = InvalidChunkSizePolicy.Ignore,
        InvalidMetaEventParameterValuePolicy = InvalidMetaEventParameterValuePolicy.SnapToLimits,
        MissedEndOfTrackPolicy = MissedEndOfTrackPolicy.Ignore,
        NotEnoughBytesPolicy = NotEnoughBytesPolicy.Ignore,
        UnexpectedTrackChunksCountPolicy = UnexpectedTrackChunksCountPolicy.Ignore,
        UnknownChannelEventPolicy = UnknownChannelEventPolicy.SkipStatusByte,
        UnknownChunkIdPolicy = UnknownChunkIdPolicy.ReadAsUnknownChunk,
        UnknownFileFormatPolicy = UnknownFileFormatPolicy.Ignore,
    };
}
