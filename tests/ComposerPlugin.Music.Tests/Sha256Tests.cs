using System.Security.Cryptography;
using System.Text;

namespace ComposerPlugin.Music.Tests;

public class Sha256Tests
{
    // FIPS 180-4 pads a message to blocks of 64 bytes, with 9 bytes at least.
    private const int BlockBytes = 64;

    [Theory]
    // The examples of FIPS 180-2, appendix B, and of NIST's "Examples with Intermediate Values".
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")]
    [InlineData("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1")]
    public void Hashes_are_those_of_the_standards_examples(string text, string hash) => AssertHash(hash, Encoding.ASCII.GetBytes(text));

    [Fact]
    public void A_million_letters_have_the_hash_of_the_standard()
    {
        byte[] letters = new byte[1_000_000];
        Array.Fill(letters, (byte)'a');
        AssertHash("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", letters);
    }

    [Fact]
    public void Lengths_around_the_ends_of_blocks_hash_as_in_dotnet()
    {
        for (int length = 0; length <= 3 * BlockBytes; length++)
            AssertAsInDotnet(RandomBytes(new(length), length));
    }

    [Fact]
    public void Random_bytes_hash_as_in_dotnet()
    {
        var random = new Random(4);
        for (int i = 0; i < 200; i++)
            AssertAsInDotnet(RandomBytes(random, random.Next(200_000)));
    }

    [Fact]
    public void A_stream_that_returns_a_few_bytes_at_a_time_has_the_hash_of_its_bytes()
    {
        byte[] bytes = RandomBytes(new(5), 1000);
        Assert.Equal(Sha256.Hash(bytes), Sha256.Hash(new ShortReads(bytes)));
    }

    [Fact]
    public void A_stream_is_hashed_from_its_position()
    {
        using var stream = new MemoryStream("xabc"u8.ToArray()) { Position = 1 };
        Assert.Equal(Sha256.Hash("abc"u8), Sha256.Hash(stream));
    }

    private static void AssertAsInDotnet(byte[] bytes) => AssertHash(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);

    private static void AssertHash(string expected, byte[] bytes)
    {
        Assert.Equal(expected, Sha256.Hash(bytes));
        using var stream = new MemoryStream(bytes);
        Assert.Equal(expected, Sha256.Hash(stream));
    }

    private static byte[] RandomBytes(Random random, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private sealed class ShortReads(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 1 + ((int)Position % 7))]);
    }
}
