using System.Runtime.InteropServices;

namespace ComposerPlugin.Editor;

/// <summary>[main] The clipboard of Windows.</summary>
internal static unsafe partial class Win32Clipboard
{
    private const uint UnicodeText = 13, Moveable = 2;
    private const int Attempts = 10;

    /// <summary>Replaces the clipboard's content by text. Does nothing if another program keeps the clipboard open.</summary>
    /// <param name="window">The window that owns the content.</param>
    /// <param name="text">The text.</param>
    public static void Put(nint window, string text)
    {
        if (!Open(window))
            return;
        EmptyClipboard();
        nint memory = GlobalAlloc(Moveable, (nuint)(text.Length + 1) * sizeof(char));
        char* characters = memory == 0 ? null : (char*)GlobalLock(memory);
        if (characters != null)
        {
            // Safe: the memory has room for the text and the zero after it.
            text.CopyTo(new Span<char>(characters, text.Length));
            characters[text.Length] = '\0';
            GlobalUnlock(memory);
            // Windows owns the memory from now on, unless it refuses.
            if (SetClipboardData(UnicodeText, memory) == 0)
                GlobalFree(memory);
        }
        CloseClipboard();
    }

    // One program at a time may open it. Programs that watch the clipboard open it for a moment after each change.
    private static bool Open(nint window)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            if (OpenClipboard(window) != 0)
                return true;
            Thread.Sleep(1);
        }
        return false;
    }

    [LibraryImport("user32")]
    private static partial int OpenClipboard(nint window);

    [LibraryImport("user32")]
    private static partial void CloseClipboard();

    [LibraryImport("user32")]
    private static partial void EmptyClipboard();

    [LibraryImport("user32")]
    private static partial nint SetClipboardData(uint format, nint memory);

    [LibraryImport("kernel32")]
    private static partial nint GlobalAlloc(uint flags, nuint bytes);

    [LibraryImport("kernel32")]
    private static partial void GlobalFree(nint memory);

    [LibraryImport("kernel32")]
    private static partial void* GlobalLock(nint memory);

    [LibraryImport("kernel32")]
    private static partial void GlobalUnlock(nint memory);
}
