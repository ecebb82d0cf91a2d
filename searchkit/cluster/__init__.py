"""An index on a cluster of OpenSearch, which is catalog and engine in one.

``address``    where it is, and what the environment says about how to get in
``client``     requests, repeated where that helps, and errors as one line
``mapping``    the indices: their fields, analyzers and settings, and the version of all that
``documents``  records to documents of OpenSearch and back
``bulk``       many documents at once, in bounded memory
``dsl``        a plan to OpenSearch's query language
``engine``     the protocol of engines
``counting``   what is counted by aggregations
``reading``    the look-ups of a catalog
``catalog``    a catalog with all that changes it
``keeper``     the engine's keeper, which has little to do
"""
