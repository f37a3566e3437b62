using System.Globalization;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.Lambda;

/// <summary>Writes a <see cref="ListFunctionsRequest"/>: a GET with a query string.</summary>
internal sealed class ListFunctionsRequestWriter : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var list = (ListFunctionsRequest)input;
        var request = new DefaultRequest(list, "Amazon.Lambda")
        {
            HttpMethod = "GET",
            ResourcePath = "/2015-03-31/functions",
            UseQueryString = true,
            Headers = { [HeaderKeys.XAmzApiVersion] = AmazonLambdaConfig.ApiVersion },
        };
        if (list.Marker is not null)
        {
            request.Parameters.Add("Marker", list.Marker);
        }

        if (list.MaxItems is { } items)
        {
            request.Parameters.Add("MaxItems", items.ToString(CultureInfo.InvariantCulture));
        }

        return request;
    }
}
