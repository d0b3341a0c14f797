"""Nothing in; a page that only writes "hi" out: what Streamlit itself costs."""

import streamlit as st

st.write("hi")
