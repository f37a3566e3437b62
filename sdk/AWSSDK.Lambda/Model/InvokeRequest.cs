using System.Text;

namespace Amazon.Lambda.Model;

/// <summary>Runs a function.</summary>
public partial class InvokeRequest : AmazonLambdaRequest
{
    /// <summary>Name, partial ARN or ARN.</summary>
    public string FunctionName { get; set; }

    /// <summary>Null means <see cref="InvocationType.RequestResponse"/>: wait for the answer.</summary>
    public InvocationType InvocationType { get; set; }

    public LogType LogType { get; set; }

    /// <summary>The event as JSON text; another view of <see cref="PayloadStream"/>.</summary>
    public string Payload
    {
        get => PayloadStream is null ? null : Encoding.UTF8.GetString(PayloadStream.ToArray());
        set => PayloadStream = value is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(value));
    }

    /// <summary>The event, at most 6 MB where the answer is waited for.</summary>
    public MemoryStream PayloadStream { get; set; }
}
