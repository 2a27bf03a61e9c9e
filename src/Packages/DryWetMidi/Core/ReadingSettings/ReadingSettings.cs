using System.Text;
using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public class ReadingSettings
{
    private UnexpectedTrackChunksCountPolicy _unexpectedTrackChunksCountPolicy;
    private ExtraTrackChunkPolicy _extraTrackChunkPolicy;
    private UnknownChunkIdPolicy _unknownChunkIdPolicy;
    private MissedEndOfTrackPolicy _missedEndOfTrackPolicy;
    private InvalidChunkSizePolicy _invalidChunkSizePolicy;
    private UnknownFileFormatPolicy _unknownFileFormatPolicy;
    private InvalidChannelEventParameterValuePolicy _invalidChannelEventParameterValuePolicy;
    private InvalidMetaEventParameterValuePolicy _invalidMetaEventParameterValuePolicy;

    public UnexpectedTrackChunksCountPolicy UnexpectedTrackChunksCountPolicy
    {
        get => _unexpectedTrackChunksCountPolicy;
        set => _unexpectedTrackChunksCountPolicy = Check.Defined(value);
    }

    public ExtraTrackChunkPolicy ExtraTrackChunkPolicy
    {
        get => _extraTrackChunkPolicy;
        set => _extraTrackChunkPolicy = Check.Defined(value);
    }

    public UnknownChunkIdPolicy UnknownChunkIdPolicy
    {
        get => _unknownChunkIdPolicy;
        set => _unknownChunkIdPolicy = Check.Defined(value);
    }

    public MissedEndOfTrackPolicy MissedEndOfTrackPolicy
    {
        get => _missedEndOfTrackPolicy;
        set => _missedEndOfTrackPolicy = Check.Defined(value);
    }

    public InvalidChunkSizePolicy InvalidChunkSizePolicy
    {
        get => _invalidChunkSizePolicy;
        set => _invalidChunkSizePolicy = Check.Defined(value);
    }

    public UnknownFileFormatPolicy UnknownFileFormatPolicy
    {
        get => _unknownFileFormatPolicy;
        set => _unknownFileFormatPolicy = Check.Defined(value);
    }

    public InvalidChannelEventParameterValuePolicy InvalidChannelEventParameterValuePolicy
    {
        get => _invalidChannelEventParameterValuePolicy;
        set => _invalidChannelEventParameterValuePolicy = Check.Defined(value);
    }

    public InvalidMetaEventParameterValuePolicy InvalidMetaEventParameterValuePolicy
    {
        get => _invalidMetaEventParameterValuePolicy;
        set => _invalidMetaEventParameterValuePolicy = Check.Defined(value);
    }

    public Encoding TextEncoding { get; set; } = SmfConstants.DefaultTextEncoding;

    public bool StopReadingOnExpectedTrackChunksCountReached { get; set; }

    /// <summary>The value, brought into the range or refused as the policy for meta events says.</summary>
    internal int CheckedMetaValue(MidiEventType eventType, string name, int value, int min, int max)
    {
        if (value >= min && value <= max)
            return value;

        return InvalidMetaEventParameterValuePolicy == InvalidMetaEventParameterValuePolicy.SnapToLimits
            ? Math.Clamp(value, min, max)
            : throw new InvalidMetaEventParameterValueException(eventType, name, value);
    }
}
