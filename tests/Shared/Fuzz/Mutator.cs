using System.Buffers.Binary;
using System.Text;

namespace ComposerPlugin.Tests.Shared;

/// <summary>
/// Changes files at random: bits, bytes, numbers, ranges that are removed, doubled, moved or taken from another file, and pieces of text
/// that readers of JSON, protocol buffers and MIDI have stumbled on. The same seed makes the same changes.
/// </summary>
/// <param name="seed">The seed.</param>
internal sealed class Mutator(ulong seed)
{
    private const int MostChanges = 6, LongestRange = 64;

    private static readonly byte[] _bytes = [0, 1, 2, 0x40, 0x7f, 0x80, 0x81, 0xc0, 0xfe, 0xff];

    private static readonly long[] _numbers =
    [
        0, 1, -1, 2, 16, 127, 128, 255, 256, 4095, 4096, 32767, 32768, 65535, 65536, 1 << 20, 1 << 24, int.MaxValue, int.MinValue,
        uint.MaxValue, 1L << 32, 1L << 40, long.MaxValue, long.MinValue,
    ];

    private static readonly byte[][] _pieces =
    [
        .. ((string[])
        [
            "null", "true", "1e999", "-1e999", "1.0", "-0", "1e-400", "99999999999999999999", "{}", "[]", "[[[[[[[[", "{\"a\":", "\"",
            "\\ud800", "\\udc00", "\\u0000", "\"a\":1,\"a\":2,", "/*", "//", ",", ":", "..", "../", "/", "\\", "NaN", "\uFEFF", "\r\n",
        ]).Select(Encoding.UTF8.GetBytes),
        [0xba, 0x80, 0x80, 0x80, 0x10], [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01], [0xff, 0xff, 0xff, 0xff, 0x7f],
        [0xff, 0x2f, 0x00], [0xff, 0x58, 0x04, 0, 0, 0, 0], [0xf0, 0x7f], "MTrk"u8.ToArray(), "MThd"u8.ToArray(), "RIFF"u8.ToArray(),
        [0xed, 0xa0, 0x80], [0xff, 0xfe],
    ];

    private ulong _state = seed;

    /// <summary>A changed copy of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="other">Another of its kind, of which parts are taken.</param>
    public byte[] Change(byte[] file, byte[] other)
    {
        List<byte> bytes = [.. file];
        for (int left = 1 + Below(MostChanges); left > 0; left--)
            Change(bytes, other);
        return [.. bytes];
    }

    /// <summary>A number from 0 up to a limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)Math.Max(limit, 1));

    private void Change(List<byte> bytes, byte[] other)
    {
        int at = Below(bytes.Count + 1), length = Math.Min(1 + Below(LongestRange), bytes.Count - at);
        switch (Below(12))
        {
            case 0 or 1 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << Below(8));
                break;
            case 2 when at < bytes.Count:
                bytes[at] = _bytes[Below(_bytes.Length)];
                break;
            case 3 when at < bytes.Count:
                bytes[at] = (byte)Next();
                break;
            case 4:
                bytes.RemoveRange(at, length);
                break;
            case 5:
                bytes.InsertRange(Below(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 6:
                int from = Below(other.Length);
                bytes.InsertRange(at, other.Skip(from).Take(1 + Below(LongestRange)));
                break;
            case 7:
                bytes.InsertRange(at, _pieces[Below(_pieces.Length)]);
                break;
            case 8:
                Overwrite(bytes, at, Number());
                break;
            case 9:
                ReplaceNumber(bytes, at);
                break;
            case 10 when Below(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                DoubleLine(bytes, at);
                break;
        }
    }

    private byte[] Number()
    {
        long number = _numbers[Below(_numbers.Length)];
        byte[] eight = new byte[8], four = new byte[4];
        BinaryPrimitives.WriteInt64LittleEndian(eight, number);
        BinaryPrimitives.WriteInt32BigEndian(four, unchecked((int)number));
        return Below(3) switch { 0 => eight, 1 => eight[..4], _ => four };
    }

    private static void Overwrite(List<byte> bytes, int at, byte[] with)
    {
        for (int i = 0; i < with.Length && at + i < bytes.Count; i++)
            bytes[at + i] = with[i];
    }

    // The next number in digits, if there is one.
    private void ReplaceNumber(List<byte> bytes, int at)
    {
        int begin = bytes.FindIndex(at, value => char.IsAsciiDigit((char)value));
        if (begin < 0)
            return;
        int end = begin;
        while (end < bytes.Count && char.IsAsciiDigit((char)bytes[end]))
            end++;
        bytes.RemoveRange(begin, end - begin);
        bytes.InsertRange(begin, Encoding.ASCII.GetBytes($"{_numbers[Below(_numbers.Length)]}"));
    }

    private static void DoubleLine(List<byte> bytes, int at)
    {
        int end = bytes.IndexOf((byte)'\n', at);
        int begin = end > 0 ? bytes.LastIndexOf((byte)'\n', end - 1) + 1 : -1;
        if (begin >= 0 && end - begin < 4096)
            bytes.InsertRange(begin, bytes.GetRange(begin, end + 1 - begin));
    }

    // SplitMix64: https://prng.di.unimi.it/splitmix64.c
    private ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
