using System.Text;
using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public class ReadingSettings
{
    private UnexpectedTrackChunksCountPolicy _unexpectedTrackChunksCountPolicy;
    private ExtraTrackChunkPolicy _extraTrackChunkPolicy;
    private UnknownChunkIdPolicy _unknownChunkIdPolicy;
    private MissedEndOfTrackPolicy _missedEndOfTrackPolicy;
    private SilentNoteOnPolicy _silentNoteOnPolicy;
    private InvalidChunkSizePolicy _invalidChunkSizePolicy;
    private UnknownFileFormatPolicy _unknownFileFormatPolicy;
    private UnknownChannelEventPolicy _unknownChannelEventPolicy;
    private InvalidChannelEventParameterValuePolicy _invalidChannelEventParameterValuePolicy;
    private InvalidMetaEventParameterValuePolicy _invalidMetaEventParameterValuePolicy;
    private NotEnoughBytesPolicy _notEnoughBytesPolicy;
    private NoHeaderChunkPolicy _noHeaderChunkPolicy;
    private ZeroLengthDataPolicy _zeroLengthDataPolicy;
    private EndOfTrackStoringPolicy _endOfTrackStoringPolicy;

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

    public SilentNoteOnPolicy SilentNoteOnPolicy
    {
        get => _silentNoteOnPolicy;
        set => _silentNoteOnPolicy = Check.Defined(value);
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

    public UnknownChannelEventPolicy UnknownChannelEventPolicy
    {
        get => _unknownChannelEventPolicy;
        set => _unknownChannelEventPolicy = Check.Defined(value);
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

    public NotEnoughBytesPolicy NotEnoughBytesPolicy
    {
        get => _notEnoughBytesPolicy;
        set => _notEnoughBytesPolicy = Check.Defined(value);
    }

    public NoHeaderChunkPolicy NoHeaderChunkPolicy
    {
        get => _noHeaderChunkPolicy;
        set => _noHeaderChunkPolicy = Check.Defined(value);
    }

    public ZeroLengthDataPolicy ZeroLengthDataPolicy
    {
        get => _zeroLengthDataPolicy;
        set => _zeroLengthDataPolicy = Check.Defined(value);
    }

    public EndOfTrackStoringPolicy EndOfTrackStoringPolicy
    {
        get => _endOfTrackStoringPolicy;
        set => _endOfTrackStoringPolicy = Check.Defined(value);
    }

    public UnknownChannelEventCallback UnknownChannelEventCallback { get; set; }

    public Encoding TextEncoding { get; set; } = SmfConstants.DefaultTextEncoding;

    public DecodeTextCallback DecodeTextCallback { get; set; }

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
