using System.Security.Cryptography;

namespace ComposerPlugin.Styles.Tests;

/// <summary>Projects contain these hashes, so they must never change.</summary>
public sealed class StyleHashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_hash_of_a_style_is_the_SHA_256_of_its_file()
    {
        StyleFiles.Recurrent.Write(_folder.Path);
        byte[] text = File.ReadAllBytes(_folder[StyleFile.FileName]);

        string expected = Convert.ToHexStringLower(SHA256.HashData(text));
        Assert.Equal(expected, StyleHash.Of(text));
        Assert.Equal(expected, StyleHash.Of(_folder.Path));
        Assert.Equal(expected, StyleFile.Read(_folder.Path).Hash);
    }

    [Fact]
    public void A_missing_or_empty_file_has_no_hash()
    {
        Assert.Null(StyleHash.Of(_folder.Path));
        File.WriteAllText(_folder[StyleFile.FileName], "");
        Assert.Null(StyleHash.Of(_folder.Path));
    }
}
