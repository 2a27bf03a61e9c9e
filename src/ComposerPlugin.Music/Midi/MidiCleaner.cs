using System.Buffers.Binary;

namespace ComposerPlugin.Music;

/// <summary>
/// Copies what can be read of a MIDI file into a valid one, and counts the rest. The library behind <see cref="MidiFileReader"/> refuses a
/// whole file for one damaged event, or takes the bytes after it for another.
/// </summary>
internal sealed class MidiCleaner
{
    private const int ChunkHeader = 8, IdLength = 4, HeaderLength = 6, MostTracks = ushort.MaxValue, LastFormat = 2;

    private readonly byte[] _bytes;
    private readonly int _end;
    private readonly List<byte> _clean = [];
    private readonly MidiTrackCleaner _track;
    private int _position;
    private int _tracks, _excess, _stray, _cut, _further;
    private bool _truncated;

    private MidiCleaner(byte[] bytes, int start, int end)
    {
        (_bytes, _position, _end) = (bytes, start, end);
        _track = new(bytes);
    }

    /// <summary>Cleans a file.</summary>
    /// <param name="bytes">Bytes that contain it.</param>
    /// <param name="start">The position of its header chunk, MThd.</param>
    /// <param name="end">The end of the file.</param>
    /// <param name="song">What is not in the clean file: losses, whether tracks are independent, rhythm channels, MPE zones.</param>
    /// <returns>The clean file.</returns>
    public static byte[] Clean(byte[] bytes, int start, int end, out MidiSong song)
    {
        var cleaner = new MidiCleaner(bytes, start, end);
        int format = 1, announced = 0;
        ushort division = 0;
        if (end - start >= ChunkHeader + HeaderLength)
        {
            var header = bytes.AsSpan(start + ChunkHeader);
            format = BinaryPrimitives.ReadUInt16BigEndian(header);
            announced = BinaryPrimitives.ReadUInt16BigEndian(header[2..]);
            division = BinaryPrimitives.ReadUInt16BigEndian(header[4..]);
            cleaner.SkipHeader();
        }
        else
        {
            cleaner._truncated = true;
            cleaner._position = end;
        }
        cleaner._clean.AddRange([.. "MThd"u8, 0, 0, 0, HeaderLength, 0, (byte)(format > LastFormat ? 1 : format), 0, 0,
            (byte)(division >> 8), (byte)division]);
        cleaner.CopyTracks();
        cleaner.WriteTrackCount();
        song = new([], [], [])
        {
            HasIndependentTracks = format == LastFormat,
            Rhythm = cleaner._track.Rhythm,
            Zones = cleaner._track.Zones,
            Losses = new()
            {
                BadEvents = cleaner._track.BadEvents,
                StrayBytes = cleaner._stray,
                CutTracks = cleaner._cut,
                IsTruncated = cleaner._truncated,
                MissingTracks = Math.Max(0, announced - cleaner._tracks),
                ExcessTracks = cleaner._excess,
                FurtherFiles = cleaner._further,
            },
        };
        return [.. cleaner._clean];
    }

    private ReadOnlySpan<byte> Rest(int from) => from < _end ? _bytes.AsSpan(from, _end - from) : [];

    private uint SizeAt(int chunk) => BinaryPrimitives.ReadUInt32BigEndian(Rest(chunk + IdLength));

    private void SkipHeader()
    {
        long declared = _position + ChunkHeader + (long)SizeAt(_position);
        int least = _position + ChunkHeader + HeaderLength;
        // A wrong length is ignored: the next chunk is searched for.
        _position = declared >= least && (declared == _end || IsChunk(declared)) ? (int)declared : least;
    }

    private void CopyTracks()
    {
        while (_position + ChunkHeader <= _end)
        {
            var rest = Rest(_position);
            if (rest.StartsWith("MTrk"u8))
                CopyTrack();
            else if (rest.StartsWith("MThd"u8) && _tracks > 0)
            {
                CountFurtherFiles();
                return;
            }
            else if (rest.StartsWith("MThd"u8))
                SkipHeader();
            else if (IsChunk(_position) && Lands(_position + ChunkHeader + (long)SizeAt(_position)))
                _position += ChunkHeader + (int)SizeAt(_position);
            else
                Resume(_position + 1, _position);
        }
        // The beginning of a track's header, or bytes after the last chunk.
        if (Rest(_position).StartsWith("MT"u8))
            _truncated = true;
        else
            _stray += Math.Max(0, _end - _position);
    }

    private void CopyTrack()
    {
        int start = _position + ChunkHeader;
        long declared = start + (long)SizeAt(_position);
        bool trusted = Lands(declared);
        byte[] events = _track.Copy(start, trusted ? (int)declared : _end, out int reached, out bool damaged);
        if (declared > _end && reached >= _end && !_track.IsComplete)
            _truncated = true;
        else if (damaged)
            _cut++;
        if (_tracks < MostTracks)
        {
            _tracks++;
            Span<byte> size = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(size, events.Length);
            _clean.AddRange("MTrk"u8);
            _clean.AddRange(size);
            _clean.AddRange(events);
        }
        else
        {
            _excess++;
        }
        if (reached >= _end || Rest(reached).StartsWith("MTrk"u8))
            _position = Math.Min(reached, _end);
        else if (trusted)
            (_position, _stray) = ((int)declared, _stray + (damaged ? 0 : (int)declared - reached));
        else
            Resume(reached, reached, counts: !damaged);
    }

    // Goes on at the next track or header.
    private void Resume(int from, int since, bool counts = true)
    {
        int track = Rest(from).IndexOf("MTrk"u8), header = MidiContainer.FindHeader(Rest(from));
        int next = (track, header) switch
        {
            (< 0, < 0) => _end,
            (< 0, _) => from + header,
            (_, < 0) => from + track,
            _ => from + Math.Min(track, header),
        };
        if (counts)
            _stray += next - since;
        _position = next;
    }

    private void CountFurtherFiles()
    {
        for (int at = _position; at < _end && MidiContainer.FindHeader(Rest(at)) is >= 0 and int next; at += next + ChunkHeader)
            _further++;
        _position = _end;
    }

    // Whether a declared length is believed: the file ends there, or a chunk begins.
    private bool Lands(long position) => position == _end || IsChunk(position);

    // Whether a chunk begins here: a track or a header, or four printable characters and a length that the file holds.
    private bool IsChunk(long position)
    {
        if (position < 0 || position + ChunkHeader > _end)
            return false;
        var rest = Rest((int)position);
        return rest.StartsWith("MTrk"u8) || rest.StartsWith("MThd"u8)
            || (!rest[..IdLength].ContainsAnyExceptInRange((byte)' ', (byte)'~')
                && SizeAt((int)position) <= _end - position - ChunkHeader);
    }

    private void WriteTrackCount()
    {
        const int trackCount = 10;
        _clean[trackCount] = (byte)(_tracks >> 8);
        _clean[trackCount + 1] = (byte)_tracks;
    }
}
