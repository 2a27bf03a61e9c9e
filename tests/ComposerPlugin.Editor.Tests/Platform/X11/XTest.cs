using System.Runtime.InteropServices;

namespace ComposerPlugin.Editor.Tests;

/// <summary>
/// What the tests need of libxcb besides the window's part: the user's input (extension XTEST), children and pixels of a window.
/// </summary>
internal static unsafe partial class XTest
{
    private const string Library = "libxcb.so.1";
    private const int RequestBytes = 36;

    // Safe: xcb keeps the pointer for the life of the process.
    private static readonly Extension* _extension = CreateExtension();

    /// <summary>As if the user did it: presses or releases a key or button, or moves the pointer.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="type">The type of the event.</param>
    /// <param name="detail">The key or button.</param>
    /// <param name="x">Where the pointer moves to.</param>
    /// <param name="y">The same.</param>
    /// <param name="delay">Milliseconds that the server waits before.</param>
    public static void Fake(nint connection, int type, byte detail = 0, int x = 0, int y = 0, uint delay = 0)
    {
        byte* bytes = stackalloc byte[RequestBytes];
        new Span<byte>(bytes, RequestBytes).Clear();
        (bytes[4], bytes[5], *(uint*)(bytes + 8)) = ((byte)type, detail, delay);
        (*(short*)(bytes + 24), *(short*)(bytes + 26)) = ((short)x, (short)y);
        // xcb writes into the two vectors before the first.
        var vectors = stackalloc Vector[3];
        vectors[2] = new() { Start = bytes, Length = RequestBytes };
        const byte fakeInput = 2;
        var request = new Request { Count = 1, Extension = _extension, Opcode = fakeInput, IsVoid = 1 };
        SendRequest(connection, 0, vectors + 2, &request);
    }

    /// <summary>The number of children of a window.</summary>
    public static int ChildrenOf(nint connection, uint window)
    {
        byte* reply = ReceiveTree(connection, SendTree(connection, window), null);
        int count = reply == null ? 0 : *(ushort*)(reply + 16);
        XcbQueries.Free(reply);
        return count;
    }

    /// <summary>The pixels of a part of a window, four bytes each; empty if the window is not there.</summary>
    public static byte[] Pixels(nint connection, uint window, int x, int y, int width, int height)
    {
        uint request = SendImage(connection, Xcb.ZPixmap, window, (short)x, (short)y, (ushort)width, (ushort)height, uint.MaxValue);
        byte* reply = ReceiveImage(connection, request, null);
        byte[] pixels = reply == null ? [] : new ReadOnlySpan<byte>(reply + 32, width * height * 4).ToArray();
        XcbQueries.Free(reply);
        return pixels;
    }

    [LibraryImport(Library, EntryPoint = "xcb_destroy_subwindows")]
    public static partial void DestroyChildren(nint connection, uint window);

    private static Extension* CreateExtension()
    {
        var extension = (Extension*)NativeMemory.Alloc((nuint)sizeof(Extension));
        // The number is xcb's.
        *extension = new() { Name = Marshal.StringToCoTaskMemUTF8("XTEST"), GlobalId = 0 };
        return extension;
    }

    [LibraryImport(Library, EntryPoint = "xcb_send_request")]
    private static partial void SendRequest(nint connection, int flags, Vector* vectors, Request* request);

    [LibraryImport(Library, EntryPoint = "xcb_query_tree")]
    private static partial uint SendTree(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_query_tree_reply")]
    private static partial byte* ReceiveTree(nint connection, uint request, void** error);

    [LibraryImport(Library, EntryPoint = "xcb_get_image")]
    private static partial uint SendImage(
        nint connection, byte format, uint drawable, short x, short y, ushort width, ushort height, uint planes);

    [LibraryImport(Library, EntryPoint = "xcb_get_image_reply")]
    private static partial byte* ReceiveImage(nint connection, uint request, void** error);

    private struct Extension
    {
        public nint Name;
        public int GlobalId;
    }

    private struct Vector
    {
        public byte* Start;
        public nuint Length;
    }

    private struct Request
    {
        public nuint Count;
        public Extension* Extension;
        public byte Opcode, IsVoid;
    }
}
