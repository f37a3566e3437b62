using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>What became of an invocation.</summary>
public partial class InvokeResponse : AmazonWebServiceResponse
{
    public string ExecutedVersion { get; set; }

    /// <summary>Null unless the function failed; then <see cref="Payload"/> is the error.</summary>
    public string FunctionError { get; set; }

    /// <summary>The last 4 KB of the log in base64; null unless <see cref="LogType.Tail"/> was asked for.</summary>
    public string LogResult { get; set; }

    /// <summary>What the function answered; empty where nobody waited.</summary>
    public MemoryStream Payload { get; set; }

    /// <summary>200 for an answer, 202 for a queued event, 204 for a dry run.</summary>
    public int? StatusCode { get; set; }
}
