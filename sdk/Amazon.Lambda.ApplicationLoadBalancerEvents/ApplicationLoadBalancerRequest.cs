namespace Amazon.Lambda.ApplicationLoadBalancerEvents;

/// <summary>An HTTP request as an Application Load Balancer hands it to a function.</summary>
/// <remarks>
/// The target group's multi-value setting decides which of the two kinds of headers and query parameters is set; the
/// other kind is null. No JSON names are declared: the serializer reads names in any case.
/// </remarks>
public class ApplicationLoadBalancerRequest
{
    public ALBRequestContext RequestContext { get; set; }

    public string Path { get; set; }

    public string HttpMethod { get; set; }

    public IDictionary<string, string> Headers { get; set; }

    public IDictionary<string, IList<string>> MultiValueHeaders { get; set; }

    public IDictionary<string, string> QueryStringParameters { get; set; }

    public IDictionary<string, IList<string>> MultiValueQueryStringParameters { get; set; }

    public string Body { get; set; }

    public bool IsBase64Encoded { get; set; }

    /// <summary>Where the request came from.</summary>
    public class ALBRequestContext
    {
        public ElbInfo Elb { get; set; }
    }

    /// <summary>The load balancer's side of the request.</summary>
    public class ElbInfo
    {
        public string TargetGroupArn { get; set; }
    }
}
