using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Support;

/// <summary>The settings of a reader that wants what can be had of a damaged file, but not of something that is no MIDI file.</summary>
internal static class Lenient
{
    public static ReadingSettings Settings => new()
    {
        InvalidChannelEventParameterValuePolicy = InvalidChannelEventParameterValuePolicy.SnapToLimits,
        InvalidChunkSizePolicy = InvalidChunkSizePolicy.Ignore,
        InvalidMetaEventParameterValuePolicy = InvalidMetaEventParameterValuePolicy.SnapToLimits,
        MissedEndOfTrackPolicy = MissedEndOfTrackPolicy.Ignore,
        UnexpectedTrackChunksCountPolicy = UnexpectedTrackChunksCountPolicy.Ignore,
        UnknownChunkIdPolicy = UnknownChunkIdPolicy.Skip,
        UnknownFileFormatPolicy = UnknownFileFormatPolicy.Ignore,
    };

    /// <summary>The same for a file behind whose declared tracks there is something that is no chunk.</summary>
    public static ReadingSettings DeclaredTracks
    {
        get
        {
            ReadingSettings settings = Settings;
            settings.StopReadingOnExpectedTrackChunksCountReached = true;
            return settings;
        }
    }
}
