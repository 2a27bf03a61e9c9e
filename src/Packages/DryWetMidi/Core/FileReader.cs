namespace Melanchall.DryWetMidi.Core;

/// <summary>Reads the chunks of a file that is in memory.</summary>
internal sealed class FileReader
{
    private const string HeaderId = "MThd";
    private const string RiffId = "RIFF";
    private const int RiffPreambleSize = 12; // the file's size, "RMID", "data"

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

    private bool Ignores => _settings.NotEnoughBytesPolicy == NotEnoughBytesPolicy.Ignore;

    public MidiFile Read()
    {
        try
        {
            long end = ReadRiffPreamble();
            while (!_reader.EndReached && _reader.Position < end
                && !(_settings.StopReadingOnExpectedTrackChunksCountReached && _tracks == _expectedTracks))
                ReadChunkAsFarAsItGoes();
        }
        catch (NotEnoughBytesException) when (Ignores)
        {
            return _file;
        }

        if (_expectedTracks is int expected && expected != _tracks
            && _settings.UnexpectedTrackChunksCountPolicy == UnexpectedTrackChunksCountPolicy.Abort)
            throw new UnexpectedTrackChunksCountException(expected, _tracks);
        if (_expectedTracks == null)
        {
            _file.TimeDivision = null;
            if (_settings.NoHeaderChunkPolicy == NoHeaderChunkPolicy.Abort)
                throw new NoHeaderChunkException();
        }

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

    /// <summary>What was read of a chunk before the bytes ended stays in the file.</summary>
    private void ReadChunkAsFarAsItGoes()
    {
        try
        {
            ReadChunk(_reader.ReadId());
        }
        catch (NotEnoughBytesException) when (Ignores)
        {
            _reader.Position = _reader.End;
        }
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
        // The first header counts, even one that is cut short.
        bool isFirst = _expectedTracks == null;
        if (isFirst)
            (_expectedTracks, _file.FormatWord, _file.TimeDivision) = (0, 0, null);

        uint size = _reader.ReadDword();
        int start = _reader.Position;
        ushort format = _reader.ReadWord();
        if (!Enum.IsDefined((MidiFileFormat)format) && _settings.UnknownFileFormatPolicy == UnknownFileFormatPolicy.Abort)
            throw new UnknownFileFormatException(format);

        ushort tracks = _reader.ReadWord();
        TimeDivision division = TimeDivision.FromWord((short)_reader.ReadWord());
        if (isFirst)
            (_expectedTracks, _file.FormatWord, _file.TimeDivision) = (tracks, format, division);

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
        chunk.Data = _reader.ReadData(_settings, _reader.ReadDword());
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
