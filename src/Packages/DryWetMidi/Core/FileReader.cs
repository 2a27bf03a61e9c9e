namespace Melanchall.DryWetMidi.Core;

/// <summary>Reads the chunks of a file that is in memory.</summary>
internal sealed class FileReader
{
    private const string HeaderId = "MThd";

    private readonly MidiReader _reader;
    private readonly ReadingSettings _settings;
    private readonly MidiFile _file = new() { TimeDivision = null };
    private int? _expectedTracks;
    private int _tracks;

    public FileReader(byte[] bytes, ReadingSettings settings)
    {
        _reader = RiffWrapper.Unwrap(new MidiReader(bytes));
        _settings = settings;
    }

    /// <summary>How far into the bytes the reading has come.</summary>
    public int Position => _reader.Position;

    public MidiFile Read()
    {
        try
        {
            while (!_reader.EndReached && !(_settings.StopReadingOnExpectedTrackChunksCountReached && _tracks >= _expectedTracks))
                ReadChunk();
        }
        catch (NotEnoughBytesException) when (_settings.NotEnoughBytesPolicy == NotEnoughBytesPolicy.Ignore)
        {
            // The policy: what was read so far is the file.
        }

        if (_expectedTracks == null && _settings.NoHeaderChunkPolicy == NoHeaderChunkPolicy.Abort)
            throw new NoHeaderChunkException();
        if (_expectedTracks is int expected && expected != _tracks
            && _settings.UnexpectedTrackChunksCountPolicy == UnexpectedTrackChunksCountPolicy.Abort)
            throw new UnexpectedTrackChunksCountException(expected, _tracks);

        return _file;
    }

    private void ReadChunk()
    {
        string id = _reader.ReadId();
        long size = _reader.ReadDword();
        int start = _reader.Position;
        switch (id)
        {
            case HeaderId:
                ReadHeader(size);
                break;
            case TrackChunk.Id:
                ReadTrack(start + size);
                break;
            default:
                ReadUnknown(id, size);
                break;
        }

        int actualSize = _reader.Position - start;
        if (actualSize != size && _settings.InvalidChunkSizePolicy == InvalidChunkSizePolicy.Abort)
            throw new InvalidChunkSizeException(id, size, actualSize);

        // A size beyond the end of the file says nothing about where the next chunk is: it is looked for right here.
        if (actualSize < size && start + size <= _reader.End)
            _reader.Position = (int)(start + size);
    }

    private void ReadHeader(long size)
    {
        MidiReader content = _reader.Slice(Math.Min(size, 6));
        ushort format = content.ReadWord();
        ushort tracks = content.ReadWord();
        TimeDivision division = TimeDivision.FromWord((short)content.ReadWord());
        if (_expectedTracks != null)
            return; // the first header counts

        if (!Enum.IsDefined((MidiFileFormat)format) && _settings.UnknownFileFormatPolicy == UnknownFileFormatPolicy.Abort)
            throw new UnknownFileFormatException(format);

        _expectedTracks = tracks;
        _file.FormatWord = format;
        _file.TimeDivision = division;
    }

    private void ReadTrack(long declaredEnd)
    {
        if (_tracks >= _expectedTracks && _settings.ExtraTrackChunkPolicy == ExtraTrackChunkPolicy.Skip)
        {
            _reader.Slice(declaredEnd - _reader.Position);
            return;
        }

        _tracks++;
        var trackChunk = new TrackChunk();
        _file.Chunks.Add(trackChunk);
        new TrackReader(_reader, _settings).Read(trackChunk.Events, declaredEnd);
    }

    private void ReadUnknown(string id, long size)
    {
        switch (_settings.UnknownChunkIdPolicy)
        {
            case UnknownChunkIdPolicy.Abort:
                throw new UnknownChunkException(id);
            case UnknownChunkIdPolicy.Skip:
                _reader.Slice(size);
                break;
            default:
                bool cutShort = size > _reader.Left && _settings.NotEnoughBytesPolicy == NotEnoughBytesPolicy.Ignore;
                _file.Chunks.Add(new UnknownChunk(id, _reader.ReadBytes(cutShort ? _reader.Left : size)));
                break;
        }
    }
}
