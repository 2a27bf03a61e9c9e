namespace Melanchall.DryWetMidi.Core;

/// <summary>Reads the chunks of a file that is in memory.</summary>
internal sealed class FileReader
{
    private const string HeaderId = "MThd";
    private const string RiffId = "RIFF";
    private const int RiffPreambleSize = 12; // the file's size, "RMID", "data"
    private const int LastFormat = 2; // of several sequences

    private readonly MidiReader _reader;
    private readonly ReadingSettings _settings;
    private readonly MidiFile _file = new();
    private int? _expectedTracks;
    private int _tracks;

    public FileReader(byte[] bytes, ReadingSettings settings)
    {
        if (bytes.Length == 0)
            throw new ArgumentException("There is nothing left to read: the file is empty, or read to its end already.", nameof(bytes));

        _reader = new MidiReader(bytes);
        _settings = settings;
    }

    /// <summary>How far into the bytes the reading has come.</summary>
    public int Position => _reader.Position;

    public MidiFile Read()
    {
        long end = ReadRiffPreamble();
        while (!_reader.EndReached && _reader.Position < end
            && !(_settings.StopReadingOnExpectedTrackChunksCountReached && _tracks == _expectedTracks))
            ReadChunk(_reader.ReadId());

        if (_expectedTracks is not int expected)
            throw new NoHeaderChunkException();
        if (expected != _tracks && _settings.UnexpectedTrackChunksCountPolicy == UnexpectedTrackChunksCountPolicy.Abort)
            throw new UnexpectedTrackChunksCountException(expected, _tracks);
        return _file;
    }

    /// <summary>RMID: the file is inside a RIFF file, whose "data" chunk comes first. Returns where the inner file ends.</summary>
    private long ReadRiffPreamble()
    {
        if (_reader.Left < RiffId.Length || _reader.ReadId() != RiffId)
        {
            _reader.Position = 0;
            return _reader.End;
        }

        _reader.Skip(RiffPreambleSize);
        uint size = _reader.ReadDword();
        return _reader.Position + (long)size;
    }

    private void ReadChunk(string id)
    {
        switch (id)
        {
            case HeaderId:
                ReadHeader();
                break;
            case TrackChunk.Id when _tracks >= _expectedTracks && _settings.ExtraTrackChunkPolicy == ExtraTrackChunkPolicy.Skip:
                _reader.Skip(_reader.ReadDword());
                break;
            case TrackChunk.Id:
                ReadTrack();
                break;
            default:
                ReadUnknown(id);
                break;
        }
    }

    private void ReadHeader()
    {
        uint size = _reader.ReadDword();
        int start = _reader.Position;
        ushort format = _reader.ReadWord();
        if (format > LastFormat && _settings.UnknownFileFormatPolicy == UnknownFileFormatPolicy.Abort)
            throw new UnknownFileFormatException(format);

        ushort tracks = _reader.ReadWord();
        TimeDivision division = TimeDivision.FromWord((short)_reader.ReadWord());
        if (_expectedTracks == null) // the first header counts
            (_expectedTracks, _file.TimeDivision) = (tracks, division);

        EndChunk(HeaderId, start, size);
    }

    private void ReadTrack()
    {
        _tracks++;
        var trackChunk = new TrackChunk();
        _file.Chunks.Add(trackChunk);
        uint size = _reader.ReadDword();
        int start = _reader.Position;
        new TrackReader(_reader, _settings).Read(trackChunk.Events, start + (long)size);
        EndChunk(TrackChunk.Id, start, size);
    }

    private void ReadUnknown(string id)
    {
        if (_settings.UnknownChunkIdPolicy == UnknownChunkIdPolicy.Abort)
            throw new UnknownChunkException(id);
        if (_settings.UnknownChunkIdPolicy == UnknownChunkIdPolicy.Skip)
        {
            _reader.Skip(_reader.ReadDword());
            return;
        }

        var chunk = new UnknownChunk(id);
        _file.Chunks.Add(chunk);
        chunk.Data = _reader.ReadBytes(_reader.ReadDword());
    }

    private void EndChunk(string id, int start, uint size)
    {
        int actualSize = _reader.Position - start;
        if (actualSize != size && _settings.InvalidChunkSizePolicy == InvalidChunkSizePolicy.Abort)
            throw new InvalidChunkSizeException(id, size, actualSize);

        if (actualSize < size)
            _reader.Skip(size - actualSize);
    }
}
