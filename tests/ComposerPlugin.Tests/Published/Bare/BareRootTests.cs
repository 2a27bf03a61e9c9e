namespace ComposerPlugin.Tests.Published;

/// <summary>The plugin on a system with nothing but glibc, libgcc and libstdc++.</summary>
public class BareRootTests
{
    [Fact]
    public void The_bundle_links_to_nothing_but_the_C_and_Cpp_libraries()
    {
        SkipIfMissing();
        Assert.Equal(["ld-linux-x86-64.so.2", "libc.so.6", "libdl.so.2", "libgcc_s.so.1", "libm.so.6", "libpthread.so.0", "librt.so.1",
            "libstdc++.so.6"], BareRoot.Libraries().Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_phrase_gets_the_same_answer_without_OpenSSL_and_without_a_shell()
    {
        SkipIfMissing();
        using var root = new BareRoot();
        string[] options = ["--offline", "--bars", "2", "--style", "irish-scots-session"];
        var inside = root.Play("jig.mid", options);
        Assert.True(inside.Code == 0, $"The host in the bare root ended with {inside.Code}: {inside.Output}");
        var written = Directory.EnumerateFileSystemEntries(root["/home"], "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root["/home"], path));
        // The folder for the musician's styles, and nothing in it.
        Assert.Equal(
            [".local", ".local/share", ".local/share/ComposerPlugin", ".local/share/ComposerPlugin/styles"],
            written.Order(StringComparer.Ordinal));

        var outside = root.PlayOutside("jig.mid", options);
        Assert.True(outside.Code == 0, outside.Output);
        Assert.Equal(outside.Events, inside.Events);
        // Note-ons of the 21 notes of the phrase, and of the answer.
        Assert.True(inside.Events.Count(line => line.Contains("\"bytes\": \"9", StringComparison.Ordinal)) > 21);
    }

    private static void SkipIfMissing()
    {
        if (BareRoot.Missing is { } reason)
            Assert.Skip(reason);
    }
}
