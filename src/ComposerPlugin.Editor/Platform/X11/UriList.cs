using System.Text;

namespace ComposerPlugin.Editor;

/// <summary>[any] The type text/uri-list (RFC 2483) with file addresses (RFC 8089), which drag and drop uses on Linux.</summary>
internal static class UriList
{
    private const string Scheme = "file://";

    /// <summary>The list that holds one file.</summary>
    /// <param name="path">Its absolute path.</param>
    public static byte[] Of(string path)
    {
        var list = new StringBuilder(Scheme);
        foreach (byte value in Encoding.UTF8.GetBytes(path))
        {
            char character = (char)value;
            // Other characters of a path may mean something in an address.
            if (char.IsAsciiLetterOrDigit(character) || "/-._~".Contains(character, StringComparison.Ordinal))
                list.Append(character);
            else
                list.Append('%').Append(value.ToString("X2", null));
        }
        return Encoding.ASCII.GetBytes(list.Append("\r\n").ToString());
    }

    /// <summary>The absolute paths of the files of this machine in a list. Skips other addresses, comments and malformed lines.</summary>
    public static IReadOnlyList<string> Paths(ReadOnlySpan<byte> list)
    {
        var paths = new List<string>();
        // Some sources end the list with a zero byte.
        foreach (string line in Encoding.UTF8.GetString(list.TrimEnd((byte)0)).Split('\n'))
        {
            if (PathOf(line.TrimEnd('\r')) is { } path)
                paths.Add(path);
        }
        return paths;
    }

    private static string? PathOf(string address)
    {
        if (!address.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        int root = address.IndexOf('/', Scheme.Length);
        if (root < 0 || !IsThisMachine(address[Scheme.Length..root]))
            return null;
        byte[] path = Encoding.UTF8.GetBytes(address[root..]);
        int length = 0;
        for (int i = 0; i < path.Length; i++)
        {
            byte value = path[i];
            if (value == '%')
            {
                if (i + 2 >= path.Length || !char.IsAsciiHexDigit((char)path[i + 1]) || !char.IsAsciiHexDigit((char)path[i + 2]))
                    return null;
                value = Convert.FromHexString([(char)path[i + 1], (char)path[i + 2]])[0];
                i += 2;
            }
            if (value == 0)
                return null;
            path[length++] = value;
        }
        return Encoding.UTF8.GetString(path, 0, length);
    }

    // XDND wants the name of the host in the address; most sources leave it out.
    private static bool IsThisMachine(string host) => host is "" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase);
}
