using System.Runtime.InteropServices;

namespace ComposerPlugin.WindowsTests;

/// <summary>The functions of Windows that a host and its musician need. Names and values: winuser.h.</summary>
internal static unsafe partial class Desktop
{
    private const uint Popup = 0x80000000, Visible = 0x10000000, ClipChildren = 0x02000000, Notify = 0x100;
    private const uint TopMost = 0x8, Remove = 1, AllInput = 0x4FF;
    private const uint LeftDown = 0x2, LeftUp = 0x4;
    private const uint TickMilliseconds = 20;
    private const int Step = 16;

    /// <summary>[main] Opens an empty window without a frame.</summary>
    public static nint Open(int x, int y, int width, int height)
    {
        nint window = CreateWindow(
            TopMost, "STATIC", null, Popup | Visible | ClipChildren | Notify, x, y, width, height, 0, 0, 0, 0);
        return window != 0 ? window : throw new InvalidOperationException("Windows opened no window; is there a desktop?");
    }

    /// <summary>[main] Closes it.</summary>
    public static void Close(nint window) => DestroyWindow(window);

    /// <summary>[main] Handles the messages that are there, and waits a moment for others.</summary>
    public static void Pump()
    {
        MsgWaitForMultipleObjects(0, 0, 0, TickMilliseconds, AllInput);
        Message message;
        while (PeekMessage(&message, 0, 0, 0, Remove) != 0)
        {
            TranslateMessage(&message);
            DispatchMessage(&message);
        }
    }

    /// <summary>How many colours a grid of points in a window has.</summary>
    public static int Colours(nint window, int width, int height)
    {
        var found = new HashSet<uint>();
        nint context = GetDC(window);
        for (int y = 0; y < height; y += Step)
        {
            for (int x = 0; x < width; x += Step)
                found.Add(GetPixel(context, x, y));
        }
        ReleaseDC(window, context);
        return found.Count;
    }

    /// <summary>[any] Presses the mouse, moves it in two steps, and releases it.</summary>
    public static void Drag(int x, int y, int right, int down)
    {
        SetCursorPos(x, y);
        MouseEvent(LeftDown, 0, 0, 0, 0);
        SetCursorPos(x + (right / 2), y + (down / 2));
        SetCursorPos(x + right, y + down);
        MouseEvent(LeftUp, 0, 0, 0, 0);
    }

    [LibraryImport("user32", EntryPoint = "CreateWindowExW", StringMarshalling = StringMarshalling.Utf16)]
    private static partial nint CreateWindow(
        uint extended, string className, string? title, uint style, int x, int y, int width, int height, nint parent, nint menu,
        nint module, nint parameter);

    [LibraryImport("user32")]
    private static partial void DestroyWindow(nint window);

    [LibraryImport("user32")]
    private static partial void MsgWaitForMultipleObjects(uint count, nint handles, int all, uint milliseconds, uint wake);

    [LibraryImport("user32", EntryPoint = "PeekMessageW")]
    private static partial int PeekMessage(Message* message, nint window, uint first, uint last, uint flags);

    [LibraryImport("user32")]
    private static partial void TranslateMessage(Message* message);

    [LibraryImport("user32", EntryPoint = "DispatchMessageW")]
    private static partial void DispatchMessage(Message* message);

    [LibraryImport("user32")]
    private static partial nint GetDC(nint window);

    [LibraryImport("user32")]
    private static partial void ReleaseDC(nint window, nint context);

    [LibraryImport("gdi32")]
    private static partial uint GetPixel(nint context, int x, int y);

    [LibraryImport("user32")]
    private static partial void SetCursorPos(int x, int y);

    [LibraryImport("user32", EntryPoint = "mouse_event")]
    private static partial void MouseEvent(uint flags, int x, int y, int data, nint extra);

    [StructLayout(LayoutKind.Sequential)]
    private struct Message
    {
        public nint Window;
        public uint Type;
        public nint First, Second;
        public uint Time;
        public int X, Y;
    }
}
