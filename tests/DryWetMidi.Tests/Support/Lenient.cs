using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Support;

/// <summary>Settings for reading as much as possible of a damaged file, but refusing a file that is not MIDI.</summary>
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

    /// <summary>The same for a file with bytes after its declared tracks that are not a chunk.</summary>
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
