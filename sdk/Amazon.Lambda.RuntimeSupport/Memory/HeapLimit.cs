using System.Globalization;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Context;

namespace Amazon.Lambda.RuntimeSupport.Memory;

/// <summary>Tells the garbage collector how much memory the function has: it cannot see Lambda's limit by itself.</summary>
/// <remarks>Without it the heap grows towards the host's memory and Lambda kills the process instead of a collection.</remarks>
internal static class HeapLimit
{
    public static void Apply(ILambdaLogger log)
    {
        var memorySize = Environment.GetEnvironmentVariable(FunctionEnvironment.MemorySizeVariable);
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (DebugSettings.KeepsHeapLimit() || FindBytes(memorySize, available) is not { } limit)
        {
            return;
        }

        AppContext.SetData("GCHeapHardLimit", limit);
        try
        {
            GC.RefreshMemoryLimit();
        }
        catch (InvalidOperationException e)
        {
            log.LogWarning(e, "The heap could not be limited to {limit} bytes; it keeps its own limit.", limit);
        }
    }

    /// <summary>The limit to set in bytes, or null where there is none to set or a lower one holds already.</summary>
    /// <param name="memorySize">Value of <c>AWS_LAMBDA_FUNCTION_MEMORY_SIZE</c>, in MiB.</param>
    /// <param name="availableBytes">What the garbage collector believes to have.</param>
    internal static ulong? FindBytes(string memorySize, long availableBytes) =>
        uint.TryParse(memorySize, NumberStyles.None, CultureInfo.InvariantCulture, out var mebibytes)
            && mebibytes > 0
            && mebibytes * 1024UL * 1024UL < (ulong)availableBytes
            ? mebibytes * 1024UL * 1024UL
            : null;
}
