namespace ComposerPlugin.Editor;

/// <summary>[main] The numbers that the X server gives to names. They are the same for all connections to one server.</summary>
internal sealed class X11Atoms
{
    /// <summary>Asks the server for all of them, in one round trip.</summary>
    public X11Atoms(nint connection)
    {
        uint[] atoms = XcbQueries.Atoms(connection, [
            "_XEMBED", "_XEMBED_INFO", "CLIPBOARD", "TARGETS", "TIMESTAMP", "UTF8_STRING", "text/plain;charset=utf-8", "text/uri-list",
            "XdndAware", "XdndProxy", "XdndTypeList", "XdndSelection", "XdndActionCopy",
            "XdndEnter", "XdndPosition", "XdndStatus", "XdndLeave", "XdndDrop", "XdndFinished"]);
        int at = 0;
        uint Next() => atoms[at++];
        (XEmbed, XEmbedInfo, Clipboard, Targets, Timestamp) = (Next(), Next(), Next(), Next(), Next());
        (Utf8String, PlainText, UriList) = (Next(), Next(), Next());
        (Aware, Proxy, TypeList, DragSelection, ActionCopy) = (Next(), Next(), Next(), Next(), Next());
        (Enter, Position, Status, Leave, Drop, Finished) = (Next(), Next(), Next(), Next(), Next(), Next());
    }

    /// <summary>XEMBED: the type of its messages, and the property of a window that can be embedded.</summary>
    public uint XEmbed { get; }

    /// <inheritdoc cref="XEmbed"/>
    public uint XEmbedInfo { get; }

    /// <summary>The selection that is the clipboard.</summary>
    public uint Clipboard { get; }

    /// <summary>Asked of the owner of a selection: which types it offers, and since when it owns it.</summary>
    public uint Targets { get; }

    /// <inheritdoc cref="Targets"/>
    public uint Timestamp { get; }

    /// <summary>Types of text.</summary>
    public uint Utf8String { get; }

    /// <inheritdoc cref="Utf8String"/>
    public uint PlainText { get; }

    /// <summary>The type of a list of files.</summary>
    public uint UriList { get; }

    /// <summary>XDND: the property of a window that takes drops, its version.</summary>
    public uint Aware { get; }

    /// <summary>XDND: the property of a window that has another one receive its messages.</summary>
    public uint Proxy { get; }

    /// <summary>XDND: the property of a source that offers more than three types.</summary>
    public uint TypeList { get; }

    /// <summary>XDND: the selection that holds the data.</summary>
    public uint DragSelection { get; }

    /// <summary>XDND: the only action that the window uses.</summary>
    public uint ActionCopy { get; }

    /// <summary>XDND: messages of the source.</summary>
    public uint Enter { get; }

    /// <inheritdoc cref="Enter"/>
    public uint Position { get; }

    /// <inheritdoc cref="Enter"/>
    public uint Leave { get; }

    /// <inheritdoc cref="Enter"/>
    public uint Drop { get; }

    /// <summary>XDND: messages of the target.</summary>
    public uint Status { get; }

    /// <inheritdoc cref="Status"/>
    public uint Finished { get; }
}
