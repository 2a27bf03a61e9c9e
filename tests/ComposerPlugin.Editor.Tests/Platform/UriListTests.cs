using System.Text;

namespace ComposerPlugin.Editor.Tests;

public class UriListTests
{
    [Theory]
    [InlineData("file:///home/me/a.mid\r\n", "/home/me/a.mid")]
    [InlineData("file:///home/me/a.mid", "/home/me/a.mid")]
    [InlineData("file:///a%20b%23c%25d.mid\r\n", "/a b#c%d.mid")]
    [InlineData("file:///%e3%81%82/%C3%A4\n", "/あ/ä")]
    [InlineData("file:///ä+b\r\n", "/ä+b")]
    [InlineData("file://localhost/a\r\n", "/a")]
    [InlineData("FILE://LOCALHOST/a\r\n", "/a")]
    [InlineData("file:///a\0", "/a")]
    [InlineData("# a comment\r\nfile:///a\r\n\r\nfile:///b/\r\n", "/a", "/b/")]
    [InlineData("http://example.org/a\r\nfile:///a\r\n", "/a")]
    [InlineData("file://elsewhere.example/a\r\n")]
    [InlineData("file:/a\r\n")]
    [InlineData("file://\r\n")]
    [InlineData("/a\r\n")]
    [InlineData("file:///a%2\r\n")]
    [InlineData("file:///a%zz\r\n")]
    [InlineData("file:///a%00b\r\n")]
    [InlineData("")]
    public void Files_of_this_machine_are_read_and_all_else_is_left_out(string list, params string[] paths) =>
        Assert.Equal(paths, UriList.Paths(Encoding.UTF8.GetBytes(list)));

    [Fact]
    public void The_name_of_this_machine_is_understood() =>
        Assert.Equal(["/a"], UriList.Paths(Encoding.UTF8.GetBytes($"file://{Environment.MachineName}/a\r\n")));

    [Theory]
    [InlineData("/tmp/a.mid", "file:///tmp/a.mid\r\n")]
    [InlineData("/a b/ä#?%.mid", "file:///a%20b/%C3%A4%23%3F%25.mid\r\n")]
    public void A_path_becomes_an_address_and_a_path_again(string path, string list)
    {
        Assert.Equal(list, Encoding.ASCII.GetString(UriList.Of(path)));
        Assert.Equal([path], UriList.Paths(UriList.Of(path)));
    }
}
