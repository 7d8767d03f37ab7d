namespace Compiled.Outside.HttpTasks;

/// <summary>How arrays are written in a form. Source: Step Functions' guide, "Applying URL-encoding on request body".</summary>
internal enum ArrayFormat : byte
{
    /// <summary><c>array[0]=a&amp;array[1]=b</c>; what is meant when nothing is said.</summary>
    Indices,

    /// <summary><c>array=a&amp;array=b</c>.</summary>
    Repeat,

    /// <summary><c>array=a,b</c>.</summary>
    Commas,

    /// <summary><c>array[]=a&amp;array[]=b</c>.</summary>
    Brackets,

    /// <summary>The array as JSON text.</summary>
    None,
}
