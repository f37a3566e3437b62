using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.ApplicationLoadBalancerEvents;

/// <summary>An HTTP response as an Application Load Balancer expects it from a function.</summary>
/// <remarks>In multi-value mode the load balancer reads <see cref="MultiValueHeaders"/> only, else <see cref="Headers"/> only.</remarks>
[DataContract]
public class ApplicationLoadBalancerResponse
{
    [DataMember(Name = "statusCode")]
    [JsonPropertyName("statusCode")]
    public int StatusCode { get; set; }

    [DataMember(Name = "statusDescription")]
    [JsonPropertyName("statusDescription")]
    public string StatusDescription { get; set; }

    [DataMember(Name = "headers")]
    [JsonPropertyName("headers")]
    public IDictionary<string, string> Headers { get; set; }

    [DataMember(Name = "multiValueHeaders")]
    [JsonPropertyName("multiValueHeaders")]
    public IDictionary<string, IList<string>> MultiValueHeaders { get; set; }

    [DataMember(Name = "body")]
    [JsonPropertyName("body")]
    public string Body { get; set; }

    [DataMember(Name = "isBase64Encoded")]
    [JsonPropertyName("isBase64Encoded")]
    public bool IsBase64Encoded { get; set; }
}
