using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Local.Lambda;

/// <summary>Error documents that the service itself writes for a function that cannot.</summary>
public static class LambdaErrors
{
    /// <summary>Value of <c>X-Amz-Function-Error</c>.</summary>
    public const string Unhandled = "Unhandled";

    public static byte[] Document(string type, string message) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["errorType"] = type, ["errorMessage"] = message });

    /// <summary>The one document without a type.</summary>
    public static byte[] TimedOut(DateTimeOffset now, string requestId, TimeSpan timeout) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["errorMessage"] = string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{now.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ} {requestId} Task timed out after {timeout.TotalSeconds:F2} seconds"),
        });

    public static byte[] Exited(string requestId, int exitCode) => Document(
        "Runtime.ExitError",
        exitCode == 0
            ? $"RequestId: {requestId} Error: Runtime exited without providing a reason"
            : $"RequestId: {requestId} Error: Runtime exited with error: exit status {exitCode}");

    public static byte[] CannotStart(string requestId, string reason) =>
        Document("Runtime.InvalidEntrypoint", $"RequestId: {requestId} Error: {reason}");
}
