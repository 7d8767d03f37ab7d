using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Durable.Tests.Faults;

/// <summary>
/// A layer between SQLite and the files: the default one of the system, with four of its functions replaced by ours, which tell <see cref="FaultyFiles"/> of
/// each change before it is made. See https://sqlite.org/vfs.html for the two tables of functions.
/// </summary>
internal static unsafe class FileShim
{
    public const string Name = "compiled-faulty";

    private const int Cantopen = 14, IoError = 10;

    private static readonly Vfs* s_real = Find(null);
    private static readonly ConcurrentDictionary<string, FaultyFiles> s_folders = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<nint, (FaultyFiles Files, string Path, nint Methods)> s_open = new();
    private static readonly ConcurrentDictionary<nint, nint> s_patched = new();

    static FileShim()
    {
        SQLitePCL.Batteries_V2.Init();
        Vfs* vfs = (Vfs*)NativeMemory.Alloc((nuint)sizeof(Vfs));
        *vfs = *s_real;
        (vfs->Next, vfs->Name) = (0, Marshal.StringToCoTaskMemUTF8(Name));
        vfs->Open = (nint)(delegate* unmanaged[Cdecl]<Vfs*, byte*, nint, int, int*, int>)&Open;
        vfs->Delete = (nint)(delegate* unmanaged[Cdecl]<Vfs*, byte*, int, int>)&Delete;
        if (Register(vfs, 0) != 0)
            throw new InvalidOperationException("SQLite refused the layer.");
    }

    /// <summary>From now on the files in a folder are told of.</summary>
    public static void Add(string folder, FaultyFiles files) => s_folders[folder] = files;

    public static void Remove(string folder) => s_folders.TryRemove(folder, out _);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(Vfs* vfs, byte* name, nint file, int flags, int* outFlags)
    {
        string? path = Marshal.PtrToStringUTF8((nint)name);
        bool isNew = path is not null && !File.Exists(path);
        int code = ((delegate* unmanaged[Cdecl]<Vfs*, byte*, nint, int, int*, int>)s_real->Open)(s_real, name, file, flags, outFlags);
        if (code != 0 || path is null || !s_folders.TryGetValue(Path.GetDirectoryName(path)!, out FaultyFiles? files))
            return code;
        nint methods = *(nint*)file;
        if (methods == 0)
            return Cantopen;
        files.Opened(path, isNew);
        s_open[file] = (files, path, methods);
        // The real file stays where it is; only its table of functions is ours.
        *(nint*)file = s_patched.GetOrAdd(methods, static methods => Patched(methods));
        return code;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(Vfs* vfs, byte* name, int syncFolder)
    {
        string path = Marshal.PtrToStringUTF8((nint)name)!;
        if (s_folders.TryGetValue(Path.GetDirectoryName(path)!, out FaultyFiles? files))
        {
            int code = Try(() => files.Delete(path, syncFolder != 0));
            if (code != 0)
                return code;
        }

        return ((delegate* unmanaged[Cdecl]<Vfs*, byte*, int, int>)s_real->Delete)(s_real, name, syncFolder);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(nint file)
    {
        s_open.TryRemove(file, out var open);
        return ((delegate* unmanaged[Cdecl]<nint, int>)((Methods*)open.Methods)->Close)(file);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(nint file, byte* data, int length, long offset)
    {
        var open = s_open[file];
        byte[] bytes = new Span<byte>(data, length).ToArray();
        int written = length;
        int code = Try(() => open.Files.Write(open.Path, offset, bytes, out written));
        var write = (delegate* unmanaged[Cdecl]<nint, byte*, int, long, int>)((Methods*)open.Methods)->Write;
        int real = written == 0 ? 0 : write(file, data, written, offset);
        return code == 0 ? real : code;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(nint file, long size)
    {
        var open = s_open[file];
        int code = Try(() => open.Files.Truncate(open.Path, size));
        return code != 0 ? code : ((delegate* unmanaged[Cdecl]<nint, long, int>)((Methods*)open.Methods)->Truncate)(file, size);
    }

    // Nothing is passed on: what a sync is worth is for the model of the disk to say, and the test needn't wait for the real one.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(nint file, int flags)
    {
        var open = s_open[file];
        return Try(() => open.Files.Sync(open.Path));
    }

    // An exception can't go through SQLite; the test sees it on FaultyFiles.
    private static int Try(Func<int> call)
    {
        try
        {
            return call();
        }
        catch (Exception failure)
        {
            FaultyFiles.Broken = failure;
            return IoError;
        }
    }

    private static nint Patched(nint real)
    {
        Methods* methods = (Methods*)NativeMemory.Alloc((nuint)sizeof(Methods));
        *methods = *(Methods*)real;
        methods->Close = (nint)(delegate* unmanaged[Cdecl]<nint, int>)&Close;
        methods->Write = (nint)(delegate* unmanaged[Cdecl]<nint, byte*, int, long, int>)&Write;
        methods->Truncate = (nint)(delegate* unmanaged[Cdecl]<nint, long, int>)&Truncate;
        methods->Sync = (nint)(delegate* unmanaged[Cdecl]<nint, int, int>)&Sync;
        return (nint)methods;
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find", CallingConvention = CallingConvention.Cdecl)]
    private static extern Vfs* Find(byte* name);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register", CallingConvention = CallingConvention.Cdecl)]
    private static extern int Register(Vfs* vfs, int isDefault);

    // struct sqlite3_vfs, version 3.
    [StructLayout(LayoutKind.Sequential)]
    private struct Vfs
    {
        public int Version, FileSize, LongestPath;
        public nint Next, Name, AppData;
        public nint Open, Delete, Access, FullPathname, DlOpen, DlError, DlSym, DlClose, Randomness, Sleep, CurrentTime, GetLastError;
        public nint CurrentTimeInt64, SetSystemCall, GetSystemCall, NextSystemCall;
    }

    // struct sqlite3_io_methods, version 3.
    [StructLayout(LayoutKind.Sequential)]
    private struct Methods
    {
        public int Version;
        public nint Close, Read, Write, Truncate, Sync, FileSize, Lock, Unlock, CheckReservedLock, FileControl, SectorSize, DeviceCharacteristics;
        public nint ShmMap, ShmLock, ShmBarrier, ShmUnmap, Fetch, Unfetch;
    }
}
