using System.Runtime.InteropServices;
using System.Text;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] Requests of the X protocol that have a reply. Each waits for it: a round trip of about 0.05 ms. A lost server or an error gives
/// null or 0.
/// </summary>
internal static unsafe partial class XcbQueries
{
    private const string Library = "libxcb.so.1";

    // Safe, for all that follow: xcb gives a reply in memory of malloc, or null; it is read before it is freed.

    /// <summary>The atoms of names, in one round trip.</summary>
    public static uint[] Atoms(nint connection, ReadOnlySpan<string> names)
    {
        uint[] atoms = new uint[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            byte[] name = Encoding.ASCII.GetBytes(names[i]);
            fixed (byte* first = name)
                atoms[i] = SendAtom(connection, 0, (ushort)name.Length, first);
        }
        foreach (ref uint atom in atoms.AsSpan())
        {
            uint* reply = ReceiveAtom(connection, atom, null);
            atom = reply == null ? 0 : reply[2];
            Free(reply);
        }
        return atoms;
    }

    /// <summary>The window that has the keyboard focus; 0: none, 1: the one under the pointer.</summary>
    public static uint Focused(nint connection)
    {
        uint* reply = ReceiveFocus(connection, SendFocus(connection), null);
        uint window = reply == null ? 0 : reply[2];
        Free(reply);
        return window;
    }

    /// <summary>The root of a drawable, its bits in a pixel, and its size in pixels; 0 if there is no such drawable.</summary>
    public static (uint Root, byte Depth, ushort Width, ushort Height) Geometry(nint connection, uint drawable)
    {
        var reply = ReceiveGeometry(connection, SendGeometry(connection, drawable), null);
        var answer = reply == null ? default : (reply->Root, reply->Depth, reply->Width, reply->Height);
        Free(reply);
        return answer;
    }

    /// <summary>The first number of a property; null if the window has no such property.</summary>
    public static uint? Number(nint connection, uint window, uint property) =>
        Numbers(connection, window, property, 1) is [var number, ..] ? number : null;

    /// <summary>The numbers of a property, at most so many.</summary>
    public static uint[] Numbers(nint connection, uint window, uint property, uint most)
    {
        var reply = ReceiveProperty(connection, SendProperty(connection, 0, window, property, 0, 0, most), null);
        uint[] numbers = reply == null || reply->Format != 32 ? [] : new ReadOnlySpan<uint>(reply + 1, (int)reply->Length).ToArray();
        Free(reply);
        return numbers;
    }

    /// <summary>The bytes of a property of that type; null if the window has no such property.</summary>
    public static byte[]? Bytes(nint connection, uint window, uint property, uint type)
    {
        const uint most = 1 << 22; // four-byte units
        var reply = ReceiveProperty(connection, SendProperty(connection, 0, window, property, type, 0, most), null);
        byte[]? bytes = reply == null || reply->Format != 8 || reply->Type != type
            ? null
            : new ReadOnlySpan<byte>(reply + 1, (int)reply->Length).ToArray();
        Free(reply);
        return bytes;
    }

    /// <summary>The child of a window at a position in the root; 0 if there is none.</summary>
    public static uint ChildAt(nint connection, uint root, uint window, short x, short y)
    {
        var reply = ReceiveTranslation(connection, SendTranslation(connection, root, window, x, y), null);
        uint child = reply == null ? 0 : reply->Child;
        Free(reply);
        return child;
    }

    /// <summary>The nearest of a window and those around it whose program wants key presses; 0 if there is none.</summary>
    public static uint KeyReader(nint connection, uint window)
    {
        while (window != 0 && (EventMask(connection, window) & Xcb.KeyPressMask) == 0)
        {
            uint* reply = ReceiveTree(connection, SendTree(connection, window), null);
            window = reply == null ? 0 : reply[3];
            Free(reply);
        }
        return window;
    }

    /// <summary>The window around a window that lies in no other one but the root: a window manager's frame, if there is one.</summary>
    public static uint Outermost(nint connection, uint window)
    {
        while (true)
        {
            uint* reply = ReceiveTree(connection, SendTree(connection, window), null);
            uint parent = reply == null || reply[3] == reply[2] ? 0 : reply[3];
            Free(reply);
            if (parent == 0)
                return window;
            window = parent;
        }
    }

    /// <summary>The symbols of all keys, and how many each key has.</summary>
    public static (uint[] Symbols, int PerKey) Keyboard(nint connection, byte first, byte last)
    {
        var reply = ReceiveKeyboard(connection, SendKeyboard(connection, first, (byte)(last - first + 1)), null);
        uint[] symbols = reply == null ? [] : new ReadOnlySpan<uint>(reply + 1, (int)reply->Length).ToArray();
        int perKey = reply == null ? 0 : reply->SymbolsPerKey;
        Free(reply);
        return (symbols, perKey);
    }

    /// <summary>Frees a reply or an event.</summary>
    public static void Free(void* reply) => NativeMemory.Free(reply);

    // What all programs want to hear of.
    private static uint EventMask(nint connection, uint window)
    {
        uint* reply = ReceiveAttributes(connection, SendAttributes(connection, window), null);
        uint mask = reply == null ? 0 : reply[8];
        Free(reply);
        return mask;
    }

    // Two functions for each: the first sends the request, the second waits for the reply. An error leaves the reply null.

    [LibraryImport(Library, EntryPoint = "xcb_intern_atom")]
    private static partial uint SendAtom(nint connection, byte onlyIfExists, ushort length, byte* name);

    [LibraryImport(Library, EntryPoint = "xcb_intern_atom_reply")]
    private static partial uint* ReceiveAtom(nint connection, uint request, void** error);

    [LibraryImport(Library, EntryPoint = "xcb_get_input_focus")]
    private static partial uint SendFocus(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_get_input_focus_reply")]
    private static partial uint* ReceiveFocus(nint connection, uint request, void** error);

    [LibraryImport(Library, EntryPoint = "xcb_query_tree")]
    private static partial uint SendTree(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_query_tree_reply")]
    private static partial uint* ReceiveTree(nint connection, uint request, void** error);

    [LibraryImport(Library, EntryPoint = "xcb_get_window_attributes")]
    private static partial uint SendAttributes(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_get_window_attributes_reply")]
    private static partial uint* ReceiveAttributes(nint connection, uint request, void** error);

    [LibraryImport(Library, EntryPoint = "xcb_get_geometry")]
    private static partial uint SendGeometry(nint connection, uint drawable);

    [LibraryImport(Library, EntryPoint = "xcb_get_geometry_reply")]
    private static partial GeometryReply* ReceiveGeometry(nint connection, uint request, void** error);

    [LibraryImport(Library, EntryPoint = "xcb_get_property")]
    private static partial uint SendProperty(
        nint connection, byte delete, uint window, uint property, uint type, uint offset, uint length);

    [LibraryImport(Library, EntryPoint = "xcb_get_property_reply")]
    private static partial PropertyReply* ReceiveProperty(nint connection, uint request, void** error);

    [LibraryImport(Library, EntryPoint = "xcb_translate_coordinates")]
    private static partial uint SendTranslation(nint connection, uint from, uint to, short x, short y);

    [LibraryImport(Library, EntryPoint = "xcb_translate_coordinates_reply")]
    private static partial TranslationReply* ReceiveTranslation(nint connection, uint request, void** error);

    [LibraryImport(Library, EntryPoint = "xcb_get_keyboard_mapping")]
    private static partial uint SendKeyboard(nint connection, byte first, byte count);

    [LibraryImport(Library, EntryPoint = "xcb_get_keyboard_mapping_reply")]
    private static partial KeyboardReply* ReceiveKeyboard(nint connection, uint request, void** error);

    [StructLayout(LayoutKind.Explicit, Size = 32)]
    private struct GeometryReply
    {
        [FieldOffset(1)]
        public byte Depth;

        [FieldOffset(8)]
        public uint Root;

        [FieldOffset(16)]
        public ushort Width;

        [FieldOffset(18)]
        public ushort Height;
    }

    // Length counts values: bytes if Format is 8, numbers if it is 32. They follow the reply.
    [StructLayout(LayoutKind.Explicit, Size = 32)]
    private struct PropertyReply
    {
        [FieldOffset(1)]
        public byte Format;

        [FieldOffset(8)]
        public uint Type;

        [FieldOffset(16)]
        public uint Length;
    }

    [StructLayout(LayoutKind.Explicit, Size = 16)]
    private struct TranslationReply
    {
        [FieldOffset(8)]
        public uint Child;
    }

    [StructLayout(LayoutKind.Explicit, Size = 32)]
    private struct KeyboardReply
    {
        [FieldOffset(1)]
        public byte SymbolsPerKey;

        [FieldOffset(4)]
        public uint Length;
    }
}
